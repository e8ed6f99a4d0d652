declare module 'swagger-ui-dist/absolute-path' {
  /** The folder with the browser files. */
  export default function absolutePath(): string;
}
