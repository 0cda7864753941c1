import { useLayoutEffect, useRef } from "preact/hooks";
import type { Picture } from "../lib/view/pictureAddresses.ts";
import { judgePicture } from "./openable.ts";

/** A box of one shape from the first paint on; none where there is no picture. */
export function Hero({ picture, alt }: { picture: Picture | null; alt: string }) {
  if (picture === null) return null;
  return (
    <figure class="hero">
      {picture.kind === "stored" ? <Stored address={picture.address} alt={alt} /> : <div class="img" />}
    </figure>
  );
}

function Stored({ address, alt }: { address: string; alt: string }) {
  const image = useRef<HTMLImageElement>(null);
  const judge = () => image.current && judgePicture(image.current);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(judge);
    if (image.current) observer.observe(image.current);
    return () => observer.disconnect();
  }, []);
  return <img src={address} alt={alt} ref={image} onLoad={judge} />;
}
