namespace FastApiStyle.TemplateTests.Library.Input;

/// <summary>Values of an enum are named as members are, wherever they stand.</summary>
public sealed class EnumTests(TicketServices tickets) : IClassFixture<TicketServices>
{
    [Theory]
    [InlineData("camel", "stillOpen")]
    [InlineData("snake", "still_open")]
    public async Task They_follow_the_naming_of_the_service(string naming, string open)
    {
        var header = ("Last-State", "done");

        Assert.Equal($"""["{open}","on-hold","done","{open}","done"]""",
            await tickets.Read(naming, "GET", $"/tickets/states/{open}?other=on-hold&more=done&more={open}", headers: header));
        Assert.Contains($$"""{"{{open}}":"a","on-hold":"b"}""",
            await tickets.Read(naming, "POST", "/tickets", $$$"""{"state":"on-hold","words":{"{{{open}}}":"a","on-hold":"b"}}"""));
        var document = await tickets.Read(naming, "GET", "/openapi.json");
        Assert.Contains($"\"{open}\"", document);
        Assert.Contains("\"on-hold\"", document);
        Assert.DoesNotContain("\"StillOpen\"", document);
        Assert.DoesNotContain("\"OnHold\"", document);
    }

    [Theory]
    [InlineData("""{"state":"done","words":{"Done":"a"}}""", """enum@body.words.Done.[key] {"expected":"'stillOpen', 'done' or 'on-hold'"}""")]
    [InlineData("""{"state":"done","notes":{"stillOpen":{"text":""}}}""", """string_too_short@body.notes.stillOpen.text {"min_length":1}""")]
    [InlineData("""{"state":"done","visits":{"x":1}}""", "uuid_parsing@body.visits.x.[key]")]
    public async Task They_are_keys_too(string body, string fault) => await (await tickets.Send("camel", "POST", "/tickets", body)).MustHaveFaults(fault);

    [Theory]
    [InlineData("StillOpen")]
    [InlineData("still_open")]
    [InlineData("stillopen")]
    [InlineData("0")]
    [InlineData("Done")]
    [InlineData("OnHold")]
    [InlineData("onHold")]
    [InlineData("done,on-hold")]
    [InlineData("%20done")]
    [InlineData("%3F")]
    public async Task They_are_exact(string value)
    {
        const string Expected = """{"expected":"'stillOpen', 'done' or 'on-hold'"}""";

        await (await tickets.Send("camel", "GET", $"/tickets/states/{value}?other={value}&more={value}", headers: ("Last-State", Uri.UnescapeDataString(value) + "!"))).MustHaveFaults(
            $"enum@path.state {Expected}", $"enum@query.other {Expected}", $"enum@query.more[0] {Expected}", $"enum@header.Last-State {Expected}");
        await (await tickets.Send("camel", "POST", "/tickets", $$"""{"state":"{{Uri.UnescapeDataString(value)}}"}""")).MustHaveFaults($"enum@body.state {Expected}");
    }
}
