/// The rows of one answer, with their columns' names. Values are text as the server sent it; NULL is nil.
///
/// A value type without libpq in it: it crosses threads, and tests build it from literals.
public struct RowSet: Sendable, RandomAccessCollection {
    public let columns: [String]
    private let cells: [String?]
    /// Of many columns; among a few a look at each is quicker.
    private let positions: [String: Int]?
    private static let few = 4

    /// - Parameter cells: row by row, `columns.count` values each.
    public init(columns: [String], cells: [String?]) {
        precondition(columns.isEmpty ? cells.isEmpty : cells.count.isMultiple(of: columns.count), "cells do not fill whole rows")
        self.columns = columns
        self.cells = cells
        self.positions =
            columns.count > Self.few ? Dictionary(columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first }) : nil
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { columns.isEmpty ? 0 : cells.count / columns.count }
    public subscript(index: Int) -> Row { Row(rows: self, index: index) }

    @usableFromInline func position(of column: String) -> Int? {
        if let positions { positions[column] } else { columns.firstIndex(of: column) }
    }

    @usableFromInline func cell(row: Int, column: Int) -> String? { cells[row * columns.count + column] }
}

/// One row: values are asked for by column name and decoded to the type wanted, in the module that asks, for that type alone.
public struct Row: Sendable {
    @usableFromInline let rows: RowSet
    /// Zero-based within its set.
    public let index: Int

    /// A value that must be there.
    @inlinable public func value<Value: RowValue>(_ column: String, as type: Value.Type = Value.self) throws(DecodingFailure) -> Value {
        guard let value = try optional(column, as: type) else {
            throw DecodingFailure(column: column, row: index, expected: "\(Value.self)", found: nil)
        }
        return value
    }

    /// A value that may be NULL.
    @inlinable public func optional<Value: RowValue>(_ column: String, as type: Value.Type = Value.self) throws(DecodingFailure) -> Value? {
        guard let position = rows.position(of: column) else {
            throw DecodingFailure(column: column, row: index, expected: "a column of this name", found: nil)
        }
        guard let text = rows.cell(row: index, column: position) else { return nil }
        guard let value = Value(postgresText: text) else {
            throw DecodingFailure(column: column, row: index, expected: "\(Value.self)", found: text)
        }
        return value
    }
}

/// A value that the server's text format can be read as.
public protocol RowValue {
    /// nil where the text is not of this type.
    init?(postgresText text: String)
}

/// An answer whose column is missing, NULL or of another shape than the query promised.
public struct DecodingFailure: Error, Sendable, Hashable, CustomStringConvertible {
    public let column: String
    /// Zero-based.
    public let row: Int
    public let expected: String
    /// What stood there; nil for NULL or a missing column.
    public let found: String?

    public init(column: String, row: Int, expected: String, found: String?) {
        self.column = column
        self.row = row
        self.expected = expected
        self.found = found
    }

    public var description: String {
        "column \"\(column)\" of row \(row + 1): expected \(expected), found \(found.map { "\"\($0.prefix(60))\"" } ?? "nothing")"
    }
}
