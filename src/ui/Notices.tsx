// What stands above every screen: things the owner should know wherever he is.
// Law: each notice says what to do, and is gone when it is done; none of them covers the screen or is printed.
import { useWorld } from './base/shop-context.ts';
import { UpdateNotice } from './update/UpdateNotice.tsx';

export function Notices() {
  const { services } = useWorld();
  return <UpdateNotice update={services.update} />;
}
