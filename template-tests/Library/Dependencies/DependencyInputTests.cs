using FastApiStyle.TemplateTests.Library.Input;
using FastApiStyle.TemplateTests.Runtime;

namespace FastApiStyle.TemplateTests.Library.Dependencies;

/// <summary>What dependencies take from a request is checked with the rest of it.</summary>
public sealed class DependencyInputTests
{
    [Fact]
    public async Task Headers_queries_cookies_and_rules_are_bound_as_those_of_a_handler()
    {
        await using var service = await DesksService.Start();

        await service.Ask("POST", "/desks/branches?hall=C", null, """{"text":"x"}""", "X-Branch: 5", "Cookie: theme=veryDark").MustSay("x 5 C VeryDark ");
        await service.Ask("POST", "/desks/branches?limit=2", null, """{"text":"x"}""", "X-Branch: 5").MustSay("x 5 A Light 2");
        // Of what stands under the name that the framework asks for, nothing is a cookie.
        await service.Ask("POST", "/desks/branches?limit=2", null, """{"text":"x"}""", "X-Branch: 5", "cookie.theme: veryDark").MustSay("x 5 A Light 2");
    }

    [Fact]
    public async Task Faults_of_dependencies_stand_in_the_one_list_in_the_usual_order()
    {
        await using var service = await DesksService.Start();

        await (await service.Ask("POST", "/desks/branches?hall=ABCD&limit=x", null, """{"text":""}""", "X-Branch: y", "Cookie: theme=VeryDark"))
            .MustHaveFaults(
                "int_parsing@query.limit", """string_too_long@query.hall {"max_length":3}""", "int_parsing@header.X-Branch",
                """enum@cookie.theme {"expected":"'light' or 'veryDark'"}""", """string_too_short@body.text {"min_length":1}""");
        await (await service.Ask("POST", "/desks/branches", null, """{"text":"x"}""")).MustHaveFaults("missing@header.X-Branch");
        await (await service.Ask("POST", "/desks/branches?hall=ABCD", null, """{"text":"x"}""", "X-Branch: 1"))
            .MustHaveFaults("""string_too_long@query.hall {"max_length":3}""");
        await (await service.Ask("POST", "/desks/branches", null, null, "X-Branch: y")).MustHaveFaults("int_parsing@header.X-Branch", "missing@body");
    }

    [Fact]
    public async Task A_handler_may_read_cookies_by_itself()
    {
        await using var service = await DesksService.Start();

        await service.Ask("GET", "/desks/crumbs", null, null, "Cookie: first-crumb=a%20b; last-crumb=7").MustSay("a b 7");
        await service.Ask("GET", "/desks/crumbs").MustSay("home ");
        await (await service.Ask("GET", "/desks/crumbs", null, null, "Cookie: last-crumb=x; first-crumb=abcdef")).MustHaveFaults(
            """string_too_long@cookie.first-crumb {"max_length":5}""", "int_parsing@cookie.last-crumb");
    }

    [Fact]
    public async Task They_stand_beside_malformed_JSON()
    {
        await using var service = await DesksService.Start();

        await (await service.Ask("POST", "/desks/branches?hall=ABCD", null, "{", "X-Branch: y")).MustHaveFaults(
            """string_too_long@query.hall {"max_length":3}""", "int_parsing@header.X-Branch", """json_invalid@body[1] {"error":"Expecting property name enclosed in double quotes"}""");
    }

    [Fact]
    public async Task Where_a_service_asks_for_one_that_is_at_fault_the_answer_is_422()
    {
        await using var service = await DesksService.Start();

        await (await service.Ask("GET", "/desks/greeting?hall=ABCD", "anna", null, "X-Branch: y")).MustHaveFaults(
            """string_too_long@query.hall {"max_length":3}""", "int_parsing@header.X-Branch");
    }

    [Fact]
    public async Task What_needs_one_that_is_at_fault_is_not_resolved()
    {
        await using var service = await DesksService.Start();

        await (await service.Ask("GET", "/desks/seven", "anna")).MustHaveFaults("int_parsing@path.id");
        Assert.Equal(401, (int)(await service.Ask("GET", "/desks/seven")).StatusCode);
    }
}
