import PostgresClient
import Testing

@Suite struct ArrayTests {
    @Test(
        "array literals are read with their quotes, escapes and bounds",
        arguments: [
            ("{}", []), ("{a}", ["a"]), ("{a,b}", ["a", "b"]), (#"{"a b","c,d"}"#, ["a b", "c,d"]),
            (#"{"q\"q","b\\b"}"#, [#"q"q"#, #"b\b"#]),
            (#"{"{}",""}"#, ["{}", ""]), (#"{"NULL",nullable}"#, ["NULL", "nullable"]), ("[0:1]={x,y}", ["x", "y"]),
            ("{añ,中}", ["añ", "中"]), (#"{"\é","中\""}"#, ["é", "中\""]),
            ("{\"a\u{301}\",\"\\\"\u{301}\"}", ["a\u{301}", "\"\u{301}"]),
        ] as [(String, [String])])
    func literals(text: String, elements: [String]) {
        #expect([String](postgresText: text) == elements)
    }

    @Test(
        "what is no array of plain elements is refused",
        arguments: ["", "a", "{", "{a", "{a,}", "{,}", #"{"a}"#, "{{a},{b}}", "{NULL}", #"{a"b}"#])
    func refused(text: String) {
        #expect([String](postgresText: text) == nil)
    }

    @Test("the elements are read as their own type")
    func elementTypes() {
        #expect([OID](postgresText: "{16384,4294967295}") == [OID(16384), OID(4_294_967_295)])
        #expect([Bool](postgresText: "{t,f}") == [true, false])
        #expect([Int](postgresText: "{1,x}") == nil)
    }
}
