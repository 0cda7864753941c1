/**
 * Chromium on a disk that is full, which it has no name for: of a value that gets a file of its own, and of its log.
 * A quota, which has one, is never met with `unlimitedStorage`.
 */
const NO_SPACE = /Failed to write blobs \(IOError\)|FILE_ERROR_NO_SPACE/;

/** Whether a fault of the store is the disk's: Dexie hands the browser's QuotaExceededError on in several wrappings. */
export function isStorageFull(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  if (fault.name === "QuotaExceededError" || NO_SPACE.test(fault.message)) return true;
  // An AbortError when it came late, a BulkError when it was one request's of many.
  const inner: unknown[] = "inner" in fault ? [fault.inner] : [];
  const failures: unknown[] = "failures" in fault && Array.isArray(fault.failures) ? fault.failures : [];
  return [...inner, ...failures].some(isStorageFull);
}

/** For `catch`: a full disk is put up with, anything else is not. */
export function unlessFull(fault: unknown): void {
  if (!isStorageFull(fault)) throw fault;
}
