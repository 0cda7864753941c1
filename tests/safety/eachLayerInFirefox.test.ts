import { tryEachLayer } from "./tryEachLayer.ts";

tryEachLayer("firefox");
