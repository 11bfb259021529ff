export const dataKeyVersionAnswer = (name: string, id: string) => ({
  DataKeyVersionId: id,
  DataKeyVersionName: `${name}@${id}`,
});
