// What scripts/finishing/offline.py writes above the service worker.

declare global {
  /** A name of this build. */
  const BUILD: string;
  /** The hash of each part's list. */
  const PARTS: Record<string, string>;
}

export {};
