import { type RefObject, useEffect, useRef, useState } from 'react';

/** How wide a box is on this screen, in whole pixels, also after it is turned or made smaller; 0 before it is known. */
export const useWidth = <Box extends Element>(): [ref: RefObject<Box | null>, width: number] => {
  const ref = useRef<Box>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const box = ref.current;
    if (box === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
};
