namespace FastApiStyle.TemplateTests.Library.Input;

/// <summary>What a member of a JSON body may not be.</summary>
[Collection(nameof(InputService))]
public sealed class TypeTests(InputService service)
{
    [Theory]
    [InlineData("age", "1.5", "int_from_float@body.age")]
    [InlineData("age", "-0.1", "int_from_float@body.age")]
    [InlineData("age", "1e-29", "int_from_float@body.age")]
    [InlineData("age", "26.00000000000000000000000000000001", "int_from_float@body.age")]
    [InlineData("age", "2147483648", "int_parsing_size@body.age")]
    [InlineData("age", "-2147483649", "int_parsing_size@body.age")]
    [InlineData("age", "99999999999999999999999999999999", "int_parsing_size@body.age")]
    [InlineData("age", "1e400", "int_parsing_size@body.age")]
    [InlineData("big", "9223372036854775808", "int_parsing_size@body.big")]
    [InlineData("big", "-9223372036854775809", "int_parsing_size@body.big")]
    [InlineData("age", "\"3\"", "int_type@body.age")]
    [InlineData("age", "\"\"", "int_parsing@body.age")]
    [InlineData("age", "\"three\"", "int_parsing@body.age")]
    [InlineData("age", "\"\\ud800\"", "int_parsing@body.age")]
    [InlineData("age", "true", "int_type@body.age")]
    [InlineData("age", "[]", "int_type@body.age")]
    [InlineData("age", "{}", "int_type@body.age")]
    [InlineData("score", "\"1\"", "decimal_type@body.score")]
    [InlineData("score", "\"much\"", "decimal_parsing@body.score")]
    [InlineData("score", "79228162514264337593543950336", "number_size@body.score")]
    [InlineData("score", "1e400", "number_size@body.score")]
    [InlineData("score", "1e-29", "number_size@body.score")]
    [InlineData("score", "0.01000000000000000000000000000000001", "number_size@body.score")]
    [InlineData("ratio", "1e400", "number_size@body.ratio")]
    [InlineData("ratio", "\"NaN\"", "float_parsing@body.ratio")]
    [InlineData("ratio", "\"Infinity\"", "float_parsing@body.ratio")]
    public async Task A_number_is_one_that_its_member_holds_exactly(string member, string json, string fault) =>
        await MustRefuse(member, json, fault);

    [Theory]
    [InlineData("\"Owner\"")]
    [InlineData("\"OWNER\"")]
    [InlineData("\"nobody\"")]
    [InlineData("\"owner, guest\"")]
    [InlineData("\" owner\"")]
    [InlineData("\"0\"")]
    [InlineData("\"\"")]
    [InlineData("0")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("[\"owner\"]")]
    public async Task An_enum_has_its_documented_names_only(string json) => await MustRefuse("role", json, """enum@body.role {"expected":"'owner' or 'guest'"}""");

    [Theory]
    [InlineData("\"true\"", "bool_type@body.active")]
    [InlineData("\"maybe\"", "bool_parsing@body.active")]
    [InlineData("1", "bool_type@body.active")]
    [InlineData("null", "bool_type@body.active")]
    public async Task A_boolean_is_true_or_false(string json, string fault) => await MustRefuse("active", json, fault);

    [Theory]
    [InlineData("born", "\"yesterday\"", "datetime_from_date_parsing@body.born")]
    [InlineData("born", "\"\"", "datetime_from_date_parsing@body.born")]
    [InlineData("born", "\"2020-01-01\"", "datetime_from_date_parsing@body.born")]
    [InlineData("born", "\"2020-01-01T00:00:00\"", "datetime_from_date_parsing@body.born")]
    [InlineData("born", "\"2020-01-01 00:00:00Z\"", "datetime_from_date_parsing@body.born")]
    [InlineData("born", "\"2020-13-01T00:00:00Z\"", "datetime_from_date_parsing@body.born")]
    [InlineData("born", "\"2020-01-01T24:00:00Z\"", "datetime_from_date_parsing@body.born")]
    [InlineData("born", "\"2020-01-01T00:00:00+99:99\"", "datetime_from_date_parsing@body.born")]
    [InlineData("born", "\"0001-01-01T00:00:00+14:00\"", "datetime_from_date_parsing@body.born")]
    [InlineData("born", "1577836800", "datetime_type@body.born")]
    [InlineData("since", "\"2020-1-1\"", "date_from_datetime_parsing@body.since")]
    [InlineData("since", "\"2020-02-30\"", "date_from_datetime_parsing@body.since")]
    [InlineData("since", "\"0000-01-01\"", "date_parsing@body.since")]
    [InlineData("since", "\"2020-01-01T00:00:00Z\"", "date_from_datetime_inexact@body.since")]
    [InlineData("since", "20200101", "date_type@body.since")]
    public async Task A_date_is_one_of_the_calendar_as_RFC_3339_writes_it(string member, string json, string fault) =>
        await MustRefuse(member, json, fault);

    [Theory]
    [InlineData("key", "\"x\"", "uuid_parsing@body.key")]
    [InlineData("key", "\"\"", "uuid_parsing@body.key")]
    [InlineData("key", "\"00000000000000000000000000000001\"", "uuid_parsing@body.key")]
    [InlineData("key", "\"{00000000-0000-0000-0000-000000000001}\"", "uuid_parsing@body.key")]
    [InlineData("key", "\"00000000-0000-0000-0000-00000000000g\"", "uuid_parsing@body.key")]
    [InlineData("key", "5", "uuid_type@body.key")]
    [InlineData("home", "\"/here\"", "url_parsing@body.home")]
    [InlineData("home", "\"\"", "url_parsing@body.home")]
    [InlineData("home", "5", "url_type@body.home")]
    public async Task A_uuid_and_a_url_are_written_in_one_way(string member, string json, string fault) =>
        await MustRefuse(member, json, fault);

    [Theory]
    [InlineData("nickname", "7", "string_type@body.nickname")]
    [InlineData("nickname", "true", "string_type@body.nickname")]
    [InlineData("nickname", "[\"a\"]", "string_type@body.nickname")]
    [InlineData("nickname", "{}", "string_type@body.nickname")]
    [InlineData("email", "\"a\\u0000b@example.com\"", "string_unicode@body.email")]
    [InlineData("nickname", "\"nick\\u0000\"", "string_unicode@body.nickname")]
    [InlineData("nickname", "\"\\ud800nick\"", "string_unicode@body.nickname")]
    [InlineData("nickname", "\"nick\\udc00\"", "string_unicode@body.nickname")]
    [InlineData("nickname", "\"\\udc00\\ud800\"", "string_unicode@body.nickname")]
    public async Task A_text_is_whole_Unicode_without_NUL(string member, string json, string fault) =>
        await MustRefuse(member, json, fault);

    [Theory]
    [InlineData("addresses", "{}", "list_type@body.addresses")]
    [InlineData("addresses", "\"Main\"", "list_type@body.addresses")]
    [InlineData("addresses", "[null]", "model_attributes_type@body.addresses[0]")]
    [InlineData("addresses", "[[]]", "model_attributes_type@body.addresses[0]")]
    [InlineData("addresses", "[\"Main\",5]", "model_attributes_type@body.addresses[0]", "model_attributes_type@body.addresses[1]")]
    [InlineData("addresses", "[{},{\"zip\":1}]", "missing@body.addresses[0].street", "missing@body.addresses[0].zip", "missing@body.addresses[1].street")]
    [InlineData("numbers", "{}", "list_type@body.numbers")]
    [InlineData("numbers", "[1,null,\"x\",2.5]", "int_type@body.numbers[1]", "int_parsing@body.numbers[2]", "int_from_float@body.numbers[3]")]
    [InlineData("main", "[]", "model_attributes_type@body.main")]
    [InlineData("main", "\"Main\"", "model_attributes_type@body.main")]
    [InlineData("main", "{\"street\":null,\"zip\":null}", "string_type@body.main.street", "int_type@body.main.zip")]
    [InlineData("counts", "[]", "dict_type@body.counts")]
    [InlineData("counts", "{\"a\":null}", "int_type@body.counts.a")]
    [InlineData("counts", "{\"b\":1.5,\"a\":\"x\"}", "int_from_float@body.counts.b", "int_parsing@body.counts.a")]
    public async Task What_a_list_and_an_object_hold_is_named_by_its_place(string member, string json, params string[] faults) =>
        await MustRefuse(member, json, faults);

    [Theory]
    [InlineData("email", "string_type@body.email")]
    [InlineData("password", "string_type@body.password")]
    [InlineData("age", "int_type@body.age")]
    [InlineData("role", """enum@body.role {"expected":"'owner' or 'guest'"}""")]
    [InlineData("score", "decimal_type@body.score")]
    [InlineData("addresses", "list_type@body.addresses")]
    public async Task What_is_required_is_neither_missing_nor_null(string member, string ofNull)
    {
        await (await service.Send("POST", "/people", People.Without(member))).MustHaveFaults($"missing@body.{member}");
        await MustRefuse(member, "null", ofNull);
    }

    [Theory]
    [InlineData("\"main\":{\"street\":\"a\",\"zip\":1},\"main\":null", "duplicate_member@body.main")]
    [InlineData("\"main\":{\"street\":\"a\",\"street\":\"\",\"zip\":\"x\"}", "duplicate_member@body.main.street", "int_parsing@body.main.zip")]
    [InlineData("\"main\":{\"street\":\"a\",\"zip\":1,\"\\u007aip\":2}", "duplicate_member@body.main.zip")]
    [InlineData("\"counts\":{\"a\":1,\"b\":2,\"a\":1}", "duplicate_member@body.counts.a")]
    [InlineData("\"age\":4,\"age\":4", "duplicate_member@body.age")]
    public async Task A_member_stands_once(string members, params string[] faults) =>
        await (await service.Send("POST", "/people", $"{People.Valid[..^1]},{members}}}")).MustHaveFaults(faults);

    private async Task MustRefuse(string member, string json, params string[] faults) =>
        await (await service.Send("POST", "/people", People.With(member, json))).MustHaveFaults(faults);
}
