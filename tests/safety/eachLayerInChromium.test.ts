import { tryEachLayer } from "./tryEachLayer.ts";

tryEachLayer("chromium");
