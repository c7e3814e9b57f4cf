extension JSONValue {
    /// Any value as it encodes itself, with the names of its members in lower case and words joined by `_`; the keys of a dictionary stay
    /// as they are. What cannot encode itself is null.
    init(encoding value: some Encodable) {
        let place = JSONPlace()
        self = (try? place.store(value)).map { place.value } ?? .null
    }
}

/// Where a part of the value goes; containers add to it what they hold.
private final class JSONPlace {
    enum Content {
        case value(JSONValue)
        case members([(name: String, place: JSONPlace)])
        case elements([JSONPlace])
    }

    var content = Content.value(.null)
    /// Whether its members are the keys of a dictionary, which are somebody's names.
    var keepsNames = false
    /// Whether its members come in no order.
    var isUnordered = false

    var value: JSONValue {
        switch content {
        case .value(let value): value
        case .members(let members):
            .object((isUnordered ? members.sorted { $0.name < $1.name } : members).map { JSONMember($0.name, $0.place.value) })
        case .elements(let places): .array(places.map(\.value))
        }
    }

    func store(_ value: some Encodable) throws {
        keepsNames = value is any StringKeyed
        isUnordered = value is any AnyDictionary
        try value.encode(to: JSONPlaceEncoder(place: self, codingPath: []))
    }

    func member(_ name: String) -> JSONPlace {
        let place = JSONPlace()
        let name = keepsNames ? name : snakeCase(name)
        if case .members(var members) = content {
            members.append((name, place))
            content = .members(members)
        } else {
            content = .members([(name, place)])
        }
        return place
    }

    func element() -> JSONPlace {
        let place = JSONPlace()
        if case .elements(var places) = content {
            places.append(place)
            content = .elements(places)
        } else {
            content = .elements([place])
        }
        return place
    }
}

/// A dictionary by names from outside.
private protocol StringKeyed {}
private protocol AnyDictionary {}
extension Dictionary: AnyDictionary {}
extension Dictionary: StringKeyed where Key == String {}

private struct JSONPlaceEncoder: Encoder {
    let place: JSONPlace
    let codingPath: [any CodingKey]
    let userInfo: [CodingUserInfoKey: Any] = [:]

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        if case .value = place.content { place.content = .members([]) }
        return KeyedEncodingContainer(JSONMembers(place: place, codingPath: codingPath))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if case .value = place.content { place.content = .elements([]) }
        return JSONElements(place: place, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { JSONSingle(place: place, codingPath: codingPath) }
}

private struct JSONMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let place: JSONPlace
    let codingPath: [any CodingKey]

    mutating func encodeNil(forKey key: Key) { _ = place.member(key.stringValue) }
    mutating func encode(_ value: some Encodable, forKey key: Key) throws { try place.member(key.stringValue).store(value) }

    // A member that is absent is told as null: every member is in every object.
    mutating func encodeIfPresent(_ value: (some Encodable)?, forKey key: Key) throws {
        let place = place.member(key.stringValue)
        if let value { try place.store(value) }
    }
    mutating func encodeIfPresent(_ value: Bool?, forKey key: Key) throws {
        place.member(key.stringValue).content = .value(JSONValue(value))
    }
    mutating func encodeIfPresent(_ value: String?, forKey key: Key) throws {
        place.member(key.stringValue).content = .value(JSONValue(value))
    }
    mutating func encodeIfPresent(_ value: Double?, forKey key: Key) throws {
        place.member(key.stringValue).content = .value(JSONValue(value))
    }
    mutating func encodeIfPresent(_ value: Int?, forKey key: Key) throws {
        place.member(key.stringValue).content = .value(JSONValue(value))
    }
    mutating func encodeIfPresent(_ value: Int32?, forKey key: Key) throws {
        place.member(key.stringValue).content = .value(JSONValue(value.map(Int64.init)))
    }
    mutating func encodeIfPresent(_ value: Int64?, forKey key: Key) throws {
        place.member(key.stringValue).content = .value(JSONValue(value))
    }
    mutating func encodeIfPresent(_ value: UInt32?, forKey key: Key) throws {
        place.member(key.stringValue).content = .value(JSONValue(value.map(Int64.init)))
    }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested> {
        JSONPlaceEncoder(place: place.member(key.stringValue), codingPath: codingPath + [key]).container(keyedBy: Nested.self)
    }
    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        JSONPlaceEncoder(place: place.member(key.stringValue), codingPath: codingPath + [key]).unkeyedContainer()
    }
    mutating func superEncoder() -> any Encoder { JSONPlaceEncoder(place: place.member("super"), codingPath: codingPath) }
    mutating func superEncoder(forKey key: Key) -> any Encoder {
        JSONPlaceEncoder(place: place.member(key.stringValue), codingPath: codingPath + [key])
    }
}

private struct JSONElements: UnkeyedEncodingContainer {
    let place: JSONPlace
    let codingPath: [any CodingKey]
    var count: Int { if case .elements(let places) = place.content { places.count } else { 0 } }

    mutating func encodeNil() { _ = place.element() }
    mutating func encode(_ value: some Encodable) throws { try place.element().store(value) }
    mutating func nestedContainer<Nested: CodingKey>(keyedBy: Nested.Type) -> KeyedEncodingContainer<Nested> {
        JSONPlaceEncoder(place: place.element(), codingPath: codingPath).container(keyedBy: Nested.self)
    }
    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        JSONPlaceEncoder(place: place.element(), codingPath: codingPath).unkeyedContainer()
    }
    mutating func superEncoder() -> any Encoder { JSONPlaceEncoder(place: place.element(), codingPath: codingPath) }
}

private struct JSONSingle: SingleValueEncodingContainer {
    let place: JSONPlace
    let codingPath: [any CodingKey]

    mutating func encodeNil() { place.content = .value(.null) }
    mutating func encode(_ value: Bool) { place.content = .value(.bool(value)) }
    mutating func encode(_ value: String) { place.content = .value(.string(value)) }
    mutating func encode(_ value: Double) { place.content = .value(.decimal(value)) }
    mutating func encode(_ value: Float) { place.content = .value(.decimal(Double(value))) }
    mutating func encode(_ value: Int) { store(value) }
    mutating func encode(_ value: Int8) { store(value) }
    mutating func encode(_ value: Int16) { store(value) }
    mutating func encode(_ value: Int32) { store(value) }
    mutating func encode(_ value: Int64) { store(value) }
    mutating func encode(_ value: UInt) { store(value) }
    mutating func encode(_ value: UInt8) { store(value) }
    mutating func encode(_ value: UInt16) { store(value) }
    mutating func encode(_ value: UInt32) { store(value) }
    mutating func encode(_ value: UInt64) { store(value) }
    mutating func encode(_ value: some Encodable) throws { try place.store(value) }

    private func store(_ value: some BinaryInteger) {
        place.content = .value(Int64(exactly: value).map(JSONValue.integer) ?? .decimal(Double(value)))
    }
}
