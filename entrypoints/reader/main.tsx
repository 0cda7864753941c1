import { render } from "preact";
import "../../components/tab.css";
import { holdKeys } from "../../components/holdKeys.ts";
import { ReaderPage } from "../../components/ReaderPage.tsx";
import { watchTwoPane } from "../../lib/view/media.ts";
import { beginningAt, followAddress } from "../../lib/view/route.ts";
import { startReader } from "./startReader.ts";

const letKeysBeObeyed = holdKeys();
const reader = await startReader(watchTwoPane(window), beginningAt(window));
render(<ReaderPage reader={reader} form="tab" letKeysBeObeyed={letKeysBeObeyed} />, document.body);
followAddress(reader, window);
