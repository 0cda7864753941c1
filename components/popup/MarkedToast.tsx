import { plural } from "../../lib/i18n.ts";
import type { PopupActs } from "../../lib/view/popupActs.ts";
import { Toast } from "../Toast.tsx";

type Props = { count: number; acts: PopupActs; home: () => HTMLElement | null };

export function MarkedToast({ count, acts, home }: Props) {
  return (
    <div class="toastwrap">
      <Toast text={plural("markedRead", count)} home={home} onUndo={acts.undo} onClose={acts.closeToast} />
    </div>
  );
}
