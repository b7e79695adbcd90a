/** What is there in the engine in which classic Outlook runs events, besides ES2016 and Office.js? */
interface LaunchResponse {
  readonly ok: boolean;
  readonly status: number;
  json(): Promise<unknown>;
}
declare function fetch(
  url: string,
  init?: { method?: string; headers?: Readonly<Record<string, string>>; body?: string; credentials?: string },
): Promise<LaunchResponse>;
declare function setTimeout(run: (...args: never[]) => void, ms: number, ...args: unknown[]): number;
declare function clearTimeout(timer: number | undefined): void;

/** There on some platforms only: `typeof` is asked first. */
declare const location: { readonly origin: string; readonly pathname: string };
declare const localStorage: {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
};
declare const crypto: { randomUUID(): string };
