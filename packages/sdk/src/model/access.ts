/** The permission of a policy that each kind of resource needs; resources are written `key/<id>`, `secret/*`. */
export const permissions = {
  key: 'RbacPermission/Template/CryptoServiceKeyUser',
  secret: 'RbacPermission/Template/CryptoServiceSecretUser',
} as const;
