import { useRef } from "preact/hooks";

/** A button that asks for a file: `input` stands beside it, unseen. `accept`: as an `input` takes it. */
export function useFilePicker(accept: string, onFile: (file: File) => void) {
  const picker = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const take = () => {
    const file = picker.current?.files?.[0];
    if (file) onFile(file);
    // The same file may be chosen again, mended.
    if (picker.current) picker.current.value = "";
  };
  return {
    input: <input ref={picker} type="file" accept={accept} hidden onChange={take} />,
    button,
    open: () => picker.current?.click(),
  };
}

export const OPML_FILES = ".opml,.xml,text/x-opml,text/xml,application/xml";
