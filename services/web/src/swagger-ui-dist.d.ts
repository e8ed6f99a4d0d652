declare module 'swagger-ui-dist' {
  /** The folder with the browser files. */
  export function absolutePath(): string;
}
