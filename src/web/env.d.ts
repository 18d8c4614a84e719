/// <reference types="vite/client" />

declare module 'virtual:icons' {
  /** Per icon name its shapes, as [svg element, attributes]. Only icons named in the sources are here. */
  export const icons: Readonly<
    Record<string, readonly (readonly [element: string, attributes: Readonly<Record<string, string>>])[]>
  >;
}
