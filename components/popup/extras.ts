import "../moreIcons.ts";
import { Announcer } from "../Announcer.tsx";
import { ListNotice } from "../ListNotice.tsx";
import { NewPill } from "../NewPill.tsx";
import { RowButtons } from "../RowButtons.tsx";
import { MarkedToast } from "./MarkedToast.tsx";
import { PopupEmpty } from "./PopupEmpty.tsx";

/** What most first paints do without. `needsExtras` of lib/view/popupPage.ts knows which do not. */
export const extras = { Aside: Announcer, ListNotice, NewPill, MarkedToast, PopupEmpty, RowButtons };

export type Extras = typeof extras;
