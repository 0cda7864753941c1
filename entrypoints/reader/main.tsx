import { render } from "preact";
import "../../components/tab.css";
import { ReaderPage } from "../../components/ReaderPage.tsx";
import { watchTwoPane } from "../../lib/view/media.ts";
import { followAddress } from "../../lib/view/route.ts";
import { startReader } from "./startReader.ts";

const reader = await startReader(watchTwoPane(window));
render(<ReaderPage reader={reader} form="tab" />, document.body);
followAddress(reader, window);
