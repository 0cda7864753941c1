import { useEffect, useState } from "preact/hooks";

/** What stands behind the `#` of the page's address, kept up to date. */
export function useHash(): string {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return hash.slice(1);
}
