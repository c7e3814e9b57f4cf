import Testing

@testable import PostgresCatalog

@Suite("ACL items in the server's text format")
struct AccessPrivilegeTests {
    @Test("a grant names who may do what by whom")
    func plain() {
        #expect(
            AccessPrivilege(aclItem: "lectura=c/ncorrea")
                == AccessPrivilege(grantee: "lectura", privileges: ["c"], grantable: [], grantor: "ncorrea"))
    }

    @Test("no name is PUBLIC, and an asterisk marks what may be passed on")
    func publicAndGrantOption() {
        #expect(
            AccessPrivilege(aclItem: "=CT*c/postgres")
                == AccessPrivilege(grantee: "", privileges: ["C", "T", "c"], grantable: ["T"], grantor: "postgres"))
    }

    @Test("quoted names hold what would end them")
    func quoted() {
        #expect(
            AccessPrivilege(aclItem: #""a=b/""c"=r/"the owner""#)
                == AccessPrivilege(grantee: #"a=b/"c"#, privileges: ["r"], grantable: [], grantor: "the owner"))
    }

    @Test("a name that begins with a combining mark is still a name")
    func combiningMark() {
        #expect(
            AccessPrivilege(aclItem: "\"\u{301}x\"=r/\"\u{301}\"")
                == AccessPrivilege(grantee: "\u{301}x", privileges: ["r"], grantable: [], grantor: "\u{301}"))
    }

    @Test("an item cut short is refused", arguments: ["", "x", "x=", "=r", "x=r", #""x=r/y"#, "x=*/y", #"x=r/"y"z"#])
    func refused(text: String) {
        let item = AccessPrivilege(aclItem: text)
        #expect(item == nil)
    }
}
