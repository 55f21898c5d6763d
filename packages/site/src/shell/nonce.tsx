import { createContext, useContext } from "react";

const Nonce = createContext<string | undefined>(undefined);

/** Carries the nonce of the answer to the scripts of the page; there is none in the browser. */
export const NonceProvider = Nonce.Provider;

/** The nonce that an inline script of this page needs. */
export const useNonce = () => useContext(Nonce);
