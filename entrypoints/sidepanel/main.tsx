import { signal } from "@preact/signals";
import { render } from "preact";
import { holdKeys } from "../../components/holdKeys.ts";
import { ReaderPage } from "../../components/ReaderPage.tsx";
import { onArticleAsked } from "../../lib/browser/articleAsked.ts";
import { EVERYTHING } from "../../lib/view/address.ts";
import { startReader } from "../reader/startReader.ts";

const letKeysBeObeyed = holdKeys();
const reader = await startReader(signal(false), EVERYTHING);
render(<ReaderPage reader={reader} form="panel" letKeysBeObeyed={letKeysBeObeyed} />, document.body);
void onArticleAsked((articleId) => reader.open(articleId, "chosen"));
