import { type ReactNode, useEffect, useRef } from 'react';
import { useBench, useSay } from '../bench.tsx';

/** Heading of a list that is chosen in the address: it names the window too, so that two lists of one screen can be told apart. */
export function Heading({ children }: { readonly children: ReactNode }) {
  const { session } = useBench();
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = say('page-title', { title: heading.current?.textContent ?? '', county: session.county.name });
  });
  return <h1 ref={heading}>{children}</h1>;
}
