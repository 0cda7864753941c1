import { useLoaded } from "./loaded.ts";
import type { RefreshDetailsProps } from "./RefreshDetails.tsx";

/** How the refresh goes for each source, under the header. */
export function DetailsDoor(props: RefreshDetailsProps) {
  const isOpen = props.reader.details.value !== null;
  const Details = useLoaded(loadDetails, isOpen);
  return isOpen && Details ? <Details {...props} /> : null;
}

const loadDetails = () => import("./RefreshDetails.tsx").then(({ RefreshDetails }) => RefreshDetails);
