import { useEffect, useState } from 'react';

/** Base64 as a picture. It takes the way of a blob, because the page loads no images from its own text (CSP). */
export function LogoImage({ logo, className }: { logo: string; className?: string }) {
  const [address, setAddress] = useState('');
  useEffect(() => {
    const bytes = Uint8Array.from(atob(logo), (char) => char.charCodeAt(0));
    const made = URL.createObjectURL(new Blob([bytes]));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [logo]);
  return address ? <img src={address} alt="" className={className} /> : null;
}
