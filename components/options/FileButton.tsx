import type { RefObject } from "preact";
import { useRef } from "preact/hooks";
import { Icon } from "../Icon.tsx";

type Props = { button: RefObject<HTMLButtonElement | null>; label: string; onFile: (file: File) => void };

/** Takes a backup file. */
export function FileButton({ button, label, onFile }: Props) {
  const picker = useRef<HTMLInputElement>(null);
  const take = () => {
    const file = picker.current?.files?.[0];
    if (file) onFile(file);
    // The same file may be chosen again, mended.
    if (picker.current) picker.current.value = "";
  };
  return (
    <>
      <input ref={picker} type="file" accept=".json,application/json" hidden onChange={take} />
      <button ref={button} class="btn" type="button" onClick={() => picker.current?.click()}>
        <Icon name="import" />
        {label}
      </button>
    </>
  );
}
