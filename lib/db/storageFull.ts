/** Whether a fault of the store is the disk's: Dexie hands the browser's QuotaExceededError on in several wrappings. */
export function isStorageFull(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  if (fault.name === "QuotaExceededError") return true;
  // An AbortError when it came late, a BulkError when it was one request's of many.
  const inner: unknown[] = "inner" in fault ? [fault.inner] : [];
  const failures: unknown[] = "failures" in fault && Array.isArray(fault.failures) ? fault.failures : [];
  return [...inner, ...failures].some(isStorageFull);
}

/** For `catch`: a full disk is put up with, anything else is not. */
export function unlessFull(fault: unknown): void {
  if (!isStorageFull(fault)) throw fault;
}
