import { signal } from "@preact/signals";
import { render } from "preact";
import { ReaderPage } from "../../components/ReaderPage.tsx";
import { onArticleAsked } from "../../lib/browser/articleAsked.ts";
import { startReader } from "../reader/startReader.ts";

const reader = await startReader(signal(false));
render(<ReaderPage reader={reader} form="panel" />, document.body);
void onArticleAsked((articleId) => reader.open(articleId, "chosen"));
