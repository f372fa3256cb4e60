import { CustomerPage } from './CustomerPage';
import { CustomersPage } from './CustomersPage';
import { OrganizationPage } from './OrganizationPage';
import { OrganizationsPage } from './OrganizationsPage';

const idOf = (id: string) => (id === 'new' ? null : Number(id));

export function CustomerPages({ id }: { id?: string }) {
  return id ? <CustomerPage key={id} id={idOf(id)} /> : <CustomersPage />;
}
export function OrganizationPages({ id }: { id?: string }) {
  return id ? <OrganizationPage key={id} id={idOf(id)} /> : <OrganizationsPage />;
}
