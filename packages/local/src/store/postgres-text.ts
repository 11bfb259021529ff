import {
  type CompiledQuery,
  type DataTypeNode,
  PostgresQueryCompiler,
  type QueryId,
  type RootOperationNode,
} from 'kysely';
import { checkStoredText } from './stored-text.js';

/** Text columns compare and sort by their bytes, as SQLite's do, whatever the database's own rules are. */
export class BinaryTextCompiler extends PostgresQueryCompiler {
  override compileQuery(node: RootOperationNode, queryId: QueryId): CompiledQuery {
    const compiled = super.compileQuery(node, queryId);
    checkStoredText(compiled.parameters);
    return compiled;
  }

  protected override visitDataType(node: DataTypeNode): void {
    super.visitDataType(node);
    if (node.dataType === 'text') this.append(' collate "C"');
  }
}
