import { signal } from "@preact/signals";
import { render } from "preact";
import { holdKeys } from "../../components/holdKeys.ts";
import { ReaderPage } from "../../components/ReaderPage.tsx";
import { onArticleAsked } from "../../lib/browser/articleAsked.ts";
import { keepPanelPlace, readPanelPlace } from "../../lib/browser/panelPlace.ts";
import { beginningOf, reopen, watchPlace } from "../../lib/view/panelPlace.ts";
import { startReader } from "../reader/startReader.ts";

const letKeysBeObeyed = holdKeys();
const [windowId, kept] = await readPanelPlace();
const reader = await startReader(signal(false), beginningOf(kept));
render(<ReaderPage reader={reader} form="panel" letKeysBeObeyed={letKeysBeObeyed} />, document.body);
await onArticleAsked((articleId) => reader.open(articleId, "chosen"));
reopen(reader, kept);
watchPlace(reader, (place) => void keepPanelPlace(windowId, place));
