import { createContext, useContext, useEffect } from "react";

const FirstPictureContext = createContext<() => void>(() => {});
/** Its value is called as soon as the page shows what one came for, and perhaps again later. */
export const FirstPictureProvider = FirstPictureContext.Provider;

/** For the parts of the page that one comes for: tells when they are to be seen. */
export function useFirstPicture(isSeen: boolean): void {
  const tell = useContext(FirstPictureContext);
  useEffect(() => {
    if (isSeen) tell();
  }, [isSeen, tell]);
}
