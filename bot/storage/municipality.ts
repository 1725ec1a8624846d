import {
  BinaryOperationNode,
  ColumnNode,
  type DeleteQueryNode,
  type FromNode,
  type InsertQueryNode,
  type Kysely,
  type KyselyPlugin,
  type OnConflictNode,
  OperationNodeTransformer,
  OperatorNode,
  ParensNode,
  PrimitiveValueListNode,
  type QueryId,
  ReferenceNode,
  type SelectQueryNode,
  type UpdateQueryNode,
  ValueListNode,
  ValueNode,
  ValuesNode,
  WhereNode,
} from 'kysely'
import type { OwnTables } from './tables.js'

/** All a repository gets: queries on it concern one municipality, and none can be written that does not. */
export type OwnDatabase = Kysely<OwnTables>

/**
 * Adds the municipality to every query, subqueries included: as a condition of what is read, changed or deleted, as a value
 * of what is inserted. A form of query it has no answer for is refused, so that nothing passes unseen.
 */
export function boundTo(municipality: string): KyselyPlugin {
  const transformer = new Binding(municipality)
  return {
    transformQuery({ node, queryId }) {
      if (!BOUND.has(node.kind)) throw new Error(`${node.kind} cannot be bound to a municipality`)
      return transformer.transformNode(node, queryId)
    },
    transformResult: async ({ result }) => result,
  }
}

const BOUND: ReadonlySet<string> = new Set(['SelectQueryNode', 'InsertQueryNode', 'UpdateQueryNode', 'DeleteQueryNode'])
const COLUMN = 'municipality'

class Binding extends OperationNodeTransformer {
  readonly #municipality: string

  constructor(municipality: string) {
    super()
    this.#municipality = municipality
  }

  protected override transformSelectQuery(node: SelectQueryNode, queryId?: QueryId): SelectQueryNode {
    refuse(node.joins, node.with, node.setOperations, severalOf(node.from))
    const query = super.transformSelectQuery(node, queryId)
    return { ...query, where: this.#where(query.where) }
  }

  protected override transformUpdateQuery(node: UpdateQueryNode, queryId?: QueryId): UpdateQueryNode {
    refuse(node.joins, node.with, node.from)
    const query = super.transformUpdateQuery(node, queryId)
    return { ...query, where: this.#where(query.where) }
  }

  protected override transformDeleteQuery(node: DeleteQueryNode, queryId?: QueryId): DeleteQueryNode {
    refuse(node.joins, node.with, node.using, severalOf(node.from))
    const query = super.transformDeleteQuery(node, queryId)
    return { ...query, where: this.#where(query.where) }
  }

  protected override transformInsertQuery(node: InsertQueryNode, queryId?: QueryId): InsertQueryNode {
    refuse(node.with, node.replace, node.orAction, node.onDuplicateKey)
    const query = super.transformInsertQuery(node, queryId)
    const { columns, values, onConflict } = query
    if (!columns || !values || !ValuesNode.is(values)) throw new Error('only an insert of values can be bound')
    return {
      ...query,
      columns: [ColumnNode.create(COLUMN), ...columns],
      values: ValuesNode.create(values.values.map(row => this.#row(row))),
      ...(onConflict && { onConflict: withColumn(onConflict) }),
    }
  }

  /** Around the conditions there are, so that an "or" among them cannot lead past it. */
  #where(where: WhereNode | undefined): WhereNode {
    const own = BinaryOperationNode.create(
      ReferenceNode.create(ColumnNode.create(COLUMN)),
      OperatorNode.create('='),
      ValueNode.create(this.#municipality),
    )
    return where
      ? WhereNode.cloneWithOperation(WhereNode.create(own), 'And', ParensNode.create(where.where))
      : WhereNode.create(own)
  }

  #row(row: ValueListNode | PrimitiveValueListNode): ValueListNode | PrimitiveValueListNode {
    return PrimitiveValueListNode.is(row)
      ? PrimitiveValueListNode.create([this.#municipality, ...row.values])
      : ValueListNode.create([ValueNode.create(this.#municipality), ...row.values])
  }
}

function withColumn(conflict: OnConflictNode): OnConflictNode {
  if (!conflict.columns) throw new Error('a conflict is bound by its columns')
  return { ...conflict, columns: [ColumnNode.create(COLUMN), ...conflict.columns] }
}

const severalOf = (from: FromNode | undefined): boolean => from?.froms.length !== 1

function refuse(...parts: readonly unknown[]): void {
  if (parts.some(Boolean)) throw new Error('this form of query cannot be bound to a municipality')
}
