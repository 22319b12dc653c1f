// P-256 as the server reads it: public keys as SubjectPublicKeyInfo, signatures of 64 bytes, all of it base64url.

const P256 = { name: "ECDSA", namedCurve: "P-256" };
const ES256 = { name: "ECDSA", hash: "SHA-256" };

export const bytes = (text) => new TextEncoder().encode(text);

export function base64url(buffer) {
  const binary = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

export function fromBase64url(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
}

export const random = (length) => crypto.getRandomValues(new Uint8Array(length));

export const sha256 = (data) => crypto.subtle.digest("SHA-256", data);

/** Not even this page can read the private half. */
export const freshPair = () => crypto.subtle.generateKey(P256, false, ["sign", "verify"]);

/** Only to be wrapped: see authenticator-lock.js. */
export const freshPairToWrap = () => crypto.subtle.generateKey(P256, true, ["sign", "verify"]);

export const unwrapPrivate = (wrapped, key, algorithm) =>
  crypto.subtle.unwrapKey("pkcs8", wrapped, key, algorithm, P256, false, ["sign"]);

export const spki = (publicKey) => crypto.subtle.exportKey("spki", publicKey);

export const sign = async (privateKey, text) => base64url(await crypto.subtle.sign(ES256, privateKey, bytes(text)));
