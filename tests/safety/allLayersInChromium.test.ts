import { tryAllLayers } from "./tryAllLayers.ts";

tryAllLayers("chromium");
