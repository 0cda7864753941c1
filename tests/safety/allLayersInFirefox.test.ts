import { tryAllLayers } from "./tryAllLayers.ts";

tryAllLayers("firefox");
