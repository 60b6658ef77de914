import { verifyAsync } from '@noble/ed25519';

/** The Ed25519 keys of a JWKS (RFC 7517, RFC 8037) as [{ kid, x }], x being 32 bytes. Other keys are passed over. */
export function readKeys(jwks) {
  return (jwks?.keys ?? [])
    .filter((key) => key.kty === 'OKP' && key.crv === 'Ed25519' && typeof key.kid === 'string' && typeof key.x === 'string')
    .map((key) => ({ kid: key.kid, x: fromBase64Url(key.x) }))
    .filter((key) => key.x.length === 32);
}

/** Whether one of `keys` made `signature` over `signed`. */
export async function signedByOneOf(keys, signature, signed) {
  for (const key of keys) {
    if (await isSignature(key.x, signature, signed)) return true;
  }
  return false;
}

async function isSignature(x, signature, signed) {
  const known = await crypto.subtle.importKey('raw', x, { name: 'Ed25519' }, false, ['verify']).catch(() => null);
  if (known) return crypto.subtle.verify({ name: 'Ed25519' }, known, signature, signed);
  // Browsers older than Chromium 137, Firefox 129 and Safari 17 do not know Ed25519.
  return verifyAsync(signature, signed, x, { zip215: false }).catch(() => false);
}

function fromBase64Url(text) {
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
