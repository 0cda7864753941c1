import { t } from "../lib/i18n.ts";
import { useLoaded } from "./loaded.ts";
import type { ReaderPaneProps } from "./ReaderPane.tsx";

type Props = ReaderPaneProps & { isOpen: boolean };

/** The open article beside the list or over it. */
export function ReaderDoor({ isOpen, ...props }: Props) {
  const { reader, scroller } = props;
  const isReading = reader.openId.value !== null;
  const Pane = useLoaded(loadPane, isReading);
  if (!isOpen) return null;
  if (Pane) return <Pane {...props} />;
  return (
    <main class="reader">
      <div class="scroll" tabIndex={-1} ref={scroller}>
        {!isReading && <p class="nothing">{t("chooseArticle")}</p>}
      </div>
    </main>
  );
}

const loadPane = () => import("./ReaderPane.tsx").then(({ ReaderPane }) => ReaderPane);
