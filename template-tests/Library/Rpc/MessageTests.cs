using FastApiStyle.TemplateTests.Library.Rpc.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace FastApiStyle.TemplateTests.Library.Rpc;

/// <summary>Messages that records are read from, and that records are written into.</summary>
public sealed class MessageTests
{
    [Fact]
    public async Task What_a_record_holds_comes_back_as_it_was_sent()
    {
        await using var service = await new ThingService().Start();
        var thing = Whole();

        Assert.Equal(thing, await service.Things.EchoAsync(thing));
    }

    [Fact]
    public async Task What_is_not_set_is_absent_where_a_record_may_leave_it_out()
    {
        await using var service = await new ThingService().Start();
        var thing = Whole();
        thing.Note = null;
        thing.Main = null;
        thing.Colour = Colour.Unspecified;
        thing.ClearRank();
        (thing.Large, thing.Ratio, thing.IsNew) = (0, 0, false);

        var answer = await service.Things.EchoAsync(thing);

        Assert.Equal((null, null, Colour.Unspecified, 3), (answer.Note, answer.Main, answer.Colour, answer.Rank));
        Assert.Equal((0, 0, false), (answer.Large, answer.Ratio, answer.IsNew));
    }

    [Fact]
    public async Task What_no_record_can_hold_is_named_all_at_once()
    {
        await using var service = await new ThingService().Start();
        var thing = Whole();
        (thing.Id, thing.ExactPrice, thing.Day, thing.Weight.Value) = ("7", "many", "31 May", "heavy");
        thing.Colours.Add((Colour)9);
        thing.MadeAt.Nanos = -1;
        thing.Ratio = double.NaN;
        thing.Life = null;
        thing.Parts[0].Name = "\0";

        var faults = await ThingService.FaultsOf(async () => await service.Things.EchoAsync(thing));

        Assert.Equal(["id", "exact_price", "weight", "day", "made_at", "life", "colours[2]", "parts[0].name", "ratio"], faults.Select(fault => fault.Split('@')[1]));
    }

    [Fact]
    public async Task Rules_are_asked_at_any_depth()
    {
        await using var service = await new ThingService().Start();
        var order = new Order { Customer = new() { EmailAddress = "nobody" }, Lines = { new Line { Item = "Teapot", Count = 1 }, new Line { Item = " ", Count = -1 } } };

        Assert.Equal(
            ["STRING_TOO_SHORT@lines[1].item", "GREATER_THAN@lines[1].count", "VALUE_ERROR@customer.email_address"],
            (await ThingService.FaultsOf(async () => await service.Things.CheckAsync(order))).Select(fault => fault.Replace("STRING_PATTERN_MISMATCH", "STRING_TOO_SHORT")));
    }

    [Fact]
    public async Task A_mask_says_what_of_the_message_beside_it_is_sent()
    {
        await using var service = await new ThingService().Start();
        var order = new Order { Customer = new() { EmailAddress = "nobody" }, UpdateMask = new() { Paths = { "phone" } } };

        await service.Things.CheckAsync(order);

        Assert.Equal((false, true, null), (service.Waiting.Seen!.Customer!.EmailAddress.HasValue, service.Waiting.Seen.Customer.Phone.HasValue, service.Waiting.Seen.Customer.Phone.Value));
        order.UpdateMask.Paths.Add("age");
        Assert.Equal(["VALUE_ERROR@update_mask"], await ThingService.FaultsOf(async () => await service.Things.CheckAsync(order)));
        order.UpdateMask = new() { Paths = { "*" } };
        order.Customer = new();
        Assert.Equal(["STRING_TYPE@customer.email_address"], await ThingService.FaultsOf(async () => await service.Things.CheckAsync(order)));
    }

    [Fact]
    public async Task As_many_faults_are_listed_as_a_client_takes_in_its_trailers()
    {
        await using var service = await new ThingService().Start();
        var order = new Order();
        order.Lines.AddRange(Enumerable.Repeat(new Line(), 1000));

        var refusal = await ThingService.RefusalOf(async () => await service.Things.CheckAsync(order));

        Assert.InRange(refusal.Trailers.Sum(entry => entry.Key.Length + 32 + (entry.IsBinary ? entry.ValueBytes.Length * 4 / 3 : entry.Value.Length)), 3000, 8192);
        Assert.Matches("^More than ([0-9]+) errors in the request; the first \\1 are listed.$", refusal.Status.Detail);
    }

    [Fact]
    public async Task A_field_that_no_member_fills_fails_the_call_and_the_log_says_which()
    {
        await using var service = await new ThingService().Start();

        Assert.Equal(StatusCode.Internal, (await ThingService.RefusalOf(async () => await service.Things.LoseAsync(Whole()))).StatusCode);

        Assert.Contains(service.Log.Errors, line => line.Contains("ThingRecord has a member for which the message things.v1.Part has no field: add id there, or take a record without it."));
    }

    private static Thing Whole() => new()
    {
        Id = "0199a6f0-5c1e-7a3b-9d42-8f6b1c2e3d4f",
        ExactPrice = "12345678901234567890.05",
        Weight = new() { Value = "100" },
        Day = "2026-02-28",
        MadeAt = Timestamp.FromDateTime(new DateTime(2026, 2, 28, 12, 0, 0, DateTimeKind.Utc)),
        Life = Duration.FromTimeSpan(TimeSpan.FromSeconds(90.5)),
        Colour = Colour.DeepRed,
        Colours = { Colour.Blue, Colour.DeepRed },
        Parts = { new Part { Name = "lid" }, new Part { Name = "잔" } },
        Counts = { ["One Two"] = long.MaxValue },
        Main = new() { Name = "pot" },
        Picture = ByteString.CopyFrom(0, 255),
        Large = long.MinValue,
        Ratio = 0.1,
        IsNew = true,
        Note = "n",
        Rank = 0,
    };
}
