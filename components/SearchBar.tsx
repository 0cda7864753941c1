import { t } from "../lib/i18n.ts";
import type { Reader } from "../lib/view/reader.ts";
import { Icon } from "./Icon.tsx";
import { IconButton } from "./IconButton.tsx";
import { SearchField } from "./SearchField.tsx";

type Props = { reader: Reader; isHelpShown: boolean; onHelp: () => void };

export function SearchBar({ reader, isHelpShown, onHelp }: Props) {
  return (
    <div class="searchbar" role="search">
      <SearchField reader={reader} />
      <button
        class="ib"
        type="button"
        aria-label={t("searchHelp")}
        title={t("searchHelp")}
        aria-expanded={isHelpShown}
        aria-controls={isHelpShown ? "searchhelp" : undefined}
        onClick={onHelp}
      >
        <Icon name="help" />
      </button>
      <IconButton icon="close" label={t("closeSearch")} does="clearFilter" onPress={reader.closeSearch} />
    </div>
  );
}
