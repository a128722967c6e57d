/** What somebody is at a business. */
export const roles = {
  role: {
    owner: 'Owner',
    manager: 'Manager',
    staff: 'Staff',
    operator: 'Operator',
    admin: 'Admin',
  },
}
