namespace FastApiStyle.TemplateTests.Library.Input;

/// <summary>The rarer kinds of input and of rule, in the parcels feature.</summary>
[Collection(nameof(InputService))]
public sealed class RareTests(InputService service)
{
    [Theory]
    [InlineData("""{"stops":{"a":{"town":"xx"},"b":{"town":"x"}}}""", """string_too_short@body.stops.b.town {"min_length":2}""")]
    [InlineData("""{"stops":{"a":{"town":5},"b":{"town":"x"}}}""", "string_type@body.stops.a.town", """string_too_short@body.stops.b.town {"min_length":2}""")]
    [InlineData("""{"stops":[]}""", "dict_type@body.stops")]
    [InlineData("""{"stops":{"a":null}}""", "model_attributes_type@body.stops.a")]
    [InlineData("""{"notes":{"a":null}}""", "string_type@body.notes.a")]
    [InlineData("""{"notes":{"\ud800":"x","b":5}}""", "string_unicode@body.notes", "string_type@body.notes.b")]
    [InlineData("""{"\ud800":1,"level":"x"}""", "string_unicode@body", "int_parsing@body.level")]
    public async Task A_dictionary_is_checked_entry_by_entry(string body, params string[] faults) => await MustRefuse(body, faults);

    [Theory]
    [InlineData("""{"labels":[["a",null],null,"x"]}""", "string_type@body.labels[0][1]", "list_type@body.labels[1]", "list_type@body.labels[2]")]
    [InlineData("""{"labels":[["a",null]]}""", "string_type@body.labels[0][1]")]
    [InlineData("""{"way":[{"town":"x"},null]}""", """string_too_short@body.way[0].town {"min_length":2}""", "model_attributes_type@body.way[1]")]
    public async Task A_list_in_a_list_holds_no_null(string body, params string[] faults) => await MustRefuse(body, faults);

    [Theory]
    [InlineData("""{"labels":[null]}""", "string_type@body.labels[0]")]
    [InlineData("""{"way":[null]}""", "model_attributes_type@body.way[0]")]
    [InlineData("""{"way":[{"town":"x"}]}""", """string_too_short@body.way[0].town {"min_length":2}""")]
    [InlineData("""{"code":null}""", "string_type@body.code")]
    public async Task Nor_does_a_list_of_a_PATCH(string body, params string[] faults) =>
        await (await service.Send("PATCH", "/parcels", body)).MustHaveFaults(faults);

    [Theory]
    [InlineData("""{"pieces":"x"}""", "int_parsing@body.pieces")]
    [InlineData("""{"pieces":1.5}""", "int_from_float@body.pieces")]
    [InlineData("""{"pieces":-1}""", "int_parsing_size@body.pieces")]
    [InlineData("""{"pieces":4294967296}""", "int_parsing_size@body.pieces")]
    [InlineData("""{"closes":"25:00"}""", "time_parsing@body.closes")]
    [InlineData("""{"weight-kg":"x"}""", "decimal_parsing@body.weight-kg")]
    public async Task Other_types_are_named_like_the_common_ones(string body, string fault) => await MustRefuse(body, fault);

    [Theory]
    [InlineData("""{"level":0}""", """greater_than@body.level {"gt":0}""")]
    [InlineData("""{"level":10}""", """less_than@body.level {"lt":10}""")]
    [InlineData("""{"sent":"1999-12-31"}""", """greater_than_equal@body.sent {"ge":"2000-01-01"}""")]
    [InlineData("""{"sent":"2100-01-01"}""", """less_than_equal@body.sent {"le":"2099-12-31"}""")]
    [InlineData("""{"arrives":"1999-12-31T00:00:00Z"}""", """greater_than_equal@body.arrives {"ge":"2000-01-01T00:00:00Z"}""")]
    [InlineData("""{"arrives":"2100-01-02T00:00:00Z"}""", """less_than_equal@body.arrives {"le":"2100-01-01T00:00:00Z"}""")]
    [InlineData("""{"weight-kg":1000}""", """decimal_whole_digits@body.weight-kg {"whole_digits":3}""")]
    [InlineData("""{"weight-kg":0.001}""", """decimal_max_places@body.weight-kg {"decimal_places":2}""")]
    [InlineData("""{"inner":{"inner":{"code":"abcd","weight-kg":0}}}""",
        """string_too_long@body.inner.inner.code {"max_length":3}""", """greater_than@body.inner.inner.weight-kg {"gt":0}""")]
    public async Task A_bound_is_named_whatever_its_type(string body, params string[] faults) => await MustRefuse(body, faults);

    [Theory]
    [InlineData($$"""{"pin":"{{People.Secret}}","pinAgain":"x"}""", "value_error@body.pinAgain")]
    [InlineData($$"""{"pin":"x","pinAgain":"{{People.Secret}}"}""", "value_error@body.pinAgain")]
    [InlineData("""{"arrives":"2020-01-01T00:00:00Z","stored":"2019-01-01T00:00:00Z"}""", "greater_than@body.stored")]
    public async Task A_rule_on_two_members_repeats_neither(string body, string fault) => await MustRefuse(body, fault);

    [Theory]
    [InlineData("""{"shape":5}""", "model_attributes_type@body.shape")]
    [InlineData("""{"shape":{}}""", """union_tag_not_found@body.shape {"discriminator":"'kind'"}""")]
    [InlineData("""{"shape":{"kind":"ball"}}""", """union_tag_invalid@body.shape {"discriminator":"'kind'","expected_tags":"'box', 'tube'"}""")]
    [InlineData("""{"shape":{"kind":5}}""", """union_tag_invalid@body.shape {"discriminator":"'kind'","expected_tags":"'box', 'tube'"}""")]
    [InlineData("""{"shape":{"kind":"box","width":1,"kind":"box"}}""", "duplicate_member@body.shape.kind")]
    [InlineData("""{"shape":{"kind":"box"}}""", "missing@body.shape.box.width")]
    [InlineData("""{"shape":{"width":"x","kind":"box"},"level":"x"}""", "int_parsing@body.level", "int_parsing@body.shape.box.width")]
    [InlineData("""{"shape":{"kind":"box","width":0}}""", """greater_than@body.shape.box.width {"gt":0}""")]
    [InlineData("""{"shape":{"kind":"box","width":0},"level":"x"}""", "int_parsing@body.level", """greater_than@body.shape.box.width {"gt":0}""")]
    [InlineData("""{"shape":{"kind":"tube","radius":0}}""", """greater_than@body.shape.tube.radius {"gt":0}""")]
    public async Task A_fault_of_a_shape_is_named_inside_the_shape_that_was_meant(string body, params string[] faults) => await MustRefuse(body, faults);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"shape":{"kind":"box","width":1}}""")]
    [InlineData("""{"shape":{"width":1,"kind":"box"}}""")]
    [InlineData("""{"stops":{"a":{"town":"xx"}},"labels":[[],["a"]],"pieces":2.0,"closes":"10:00:00"}""")]
    public async Task What_is_valid_is_accepted(string body) => await (await service.Send("POST", "/parcels", body)).MustBeAccepted();

    [Fact]
    public async Task A_body_may_be_of_several_shapes()
    {
        await (await service.Send("POST", "/parcels/shapes", """{"width":1,"kind":"box"}""")).MustBeAccepted();
        await (await service.Send("POST", "/parcels/shapes", """{"kind":"ball"}""")).MustHaveFaults(
            """union_tag_invalid@body {"discriminator":"'kind'","expected_tags":"'box', 'tube'"}""");
        await (await service.Send("POST", "/parcels/shapes", """{"kind":"box","width":0}""")).MustHaveFaults("""greater_than@body.box.width {"gt":0}""");
    }

    [Fact]
    public async Task A_shape_does_not_hide_other_faults() =>
        await MustRefuse("""{"shape":{"kind":"box","width":1},"level":"x","code":"abcd"}""",
            """string_too_long@body.code {"max_length":3}""", "int_parsing@body.level");

    [Theory]
    [InlineData("abcd", "1", """{"code":"abcd"}""", """string_too_long@body.code {"max_length":3}""")]
    [InlineData("abc", "x", """{"code":"abcd","level":20}""",
        "int_parsing@query.level", """string_too_long@body.code {"max_length":3}""", """less_than@body.level {"lt":10}""")]
    [InlineData("abc", "x", """{"level":"x"}""", "int_parsing@query.level", "int_parsing@body.level")]
    public async Task A_member_may_have_the_name_of_a_parameter(string code, string level, string body, params string[] faults) =>
        await (await service.Send("POST", $"/parcels/{code}/copies?level={level}", body)).MustHaveFaults(faults);

    [Fact]
    public async Task A_list_in_a_query_is_checked_item_by_item() =>
        await (await service.Send("GET", "/parcels?numbers=1&numbers=x&numbers=99999999999&keys=1")).MustHaveFaults(
            "int_parsing@query.numbers[1]", "int_parsing_size@query.numbers[2]", "uuid_parsing@query.keys[0]");

    private async Task MustRefuse(string body, params string[] faults) =>
        await (await service.Send("POST", "/parcels", body)).MustHaveFaults(faults);
}
