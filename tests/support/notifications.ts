import type { TestBrowser } from "./browser.ts";

/** A notification as it was handed to the browser to show. */
export type Told = { id: string; type: string; title: string; message: string; others: string[] };

type Notifications = { create: (id: string, options: Record<string, unknown>) => unknown };
type Api = { notifications: Notifications };
/** A window in Firefox, where what runs in a test has a global object of its own. */
type Scope = { told: unknown[]; chrome: Api; browser?: Api };

/** Notes from now on what is handed to the browser: which are up is all that it tells itself, and without a screen none is. */
export const watchNotifications = ({ evaluateInBackground }: TestBrowser): Promise<void> =>
  evaluateInBackground(() => {
    const scope = (typeof window === "undefined" ? globalThis : window) as unknown as Scope;
    const { notifications } = scope.browser ?? scope.chrome;
    const create = notifications.create.bind(notifications);
    scope.told = [];
    notifications.create = (id, { type, title, message, ...others }) => {
      scope.told.push({ id, type, title, message, others: Object.keys(others).sort() });
      return create(id, { type, title, message, ...others });
    };
  });

export const forgetTold = ({ evaluateInBackground }: TestBrowser): Promise<void> =>
  evaluateInBackground(() => {
    const scope = (typeof window === "undefined" ? globalThis : window) as unknown as Scope;
    scope.told = [];
  });

export async function toldBy({ evaluateInBackground }: TestBrowser): Promise<Told[]> {
  return (await evaluateInBackground(() => (globalThis as unknown as Scope).told)) as Told[];
}

/** The ids of those that are up. */
export const notificationsOf = ({ evaluateInBackground }: TestBrowser): Promise<string[]> =>
  evaluateInBackground(async () => Object.keys(await chrome.notifications.getAll()));

type Dispatching = { dispatch: (...given: unknown[]) => void };

/** A click on its body, or on one of its buttons. */
export const answer = ({ evaluateInBackground }: TestBrowser, id: string, button?: 0 | 1): Promise<void> =>
  evaluateInBackground(
    (noticeId, pressed) => {
      const { onClicked, onButtonClicked } = chrome.notifications as unknown as Record<string, Dispatching | undefined>;
      if (pressed === null) onClicked?.dispatch(noticeId);
      else onButtonClicked?.dispatch(noticeId, pressed);
    },
    id,
    button ?? null,
  );
