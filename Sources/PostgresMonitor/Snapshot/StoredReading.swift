/// A reading of any probe, as the snapshot keeps it: by reference, so that a snapshot is copied without what is in it, and a reading is found
/// by its class alone.
struct StoredReading: Sendable, Hashable, Encodable {
    private let box: any AnyReadingBox

    init<Value>(_ reading: Reading<Value>) { box = ReadingBox(reading) }

    /// nil where it is of another type.
    func reading<Value>(_ type: Value.Type) -> Reading<Value>? { (box as? ReadingBox<Value>)?.reading }

    static func == (left: StoredReading, right: StoredReading) -> Bool { left.box === right.box || left.box.isEqual(to: right.box) }
    func hash(into hasher: inout Hasher) { box.hash(into: &hasher) }
    func encode(to encoder: any Encoder) throws { try box.encode(to: encoder) }
}

private protocol AnyReadingBox: AnyObject, Sendable, Encodable {
    func isEqual(to other: any AnyReadingBox) -> Bool
    func hash(into hasher: inout Hasher)
}

private final class ReadingBox<Value: Sendable & Hashable & Codable>: AnyReadingBox {
    let reading: Reading<Value>

    init(_ reading: Reading<Value>) { self.reading = reading }

    func isEqual(to other: any AnyReadingBox) -> Bool { reading == (other as? ReadingBox<Value>)?.reading }
    func hash(into hasher: inout Hasher) { reading.hash(into: &hasher) }
    func encode(to encoder: any Encoder) throws { try reading.encode(to: encoder) }
}
