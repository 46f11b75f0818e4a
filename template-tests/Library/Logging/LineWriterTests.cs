using System.Text;
using FastApiStyle.Logging;

namespace FastApiStyle.TemplateTests.Library.Logging;

/// <summary>What becomes of the lines of a log.</summary>
public sealed class LineWriterTests
{
    private static readonly TimeSpan NoTime = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan ForEver = TimeSpan.FromMilliseconds(int.MaxValue);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void All_lines_come_out_whole_in_their_order_and_in_fewer_writes()
    {
        var output = new Output();
        var lines = Enumerable.Range(1, 1000).Select(number => $"line {number}\n").ToList();
        using (var log = new LineWriter(output, ForEver))
        {
            lines.ForEach(line => log.Add(Encoding.UTF8.GetBytes(line), atOnce: false));
        }

        Assert.Equal(string.Concat(lines), output.Text);
        Assert.Equal(1, output.Writes);
    }

    [Fact]
    public async Task A_line_comes_out_although_no_other_one_follows()
    {
        var output = new Output();
        using var log = new LineWriter(output, NoTime);
        log.Add("alone\n"u8, atOnce: false);

        await output.WaitFor("alone\n");
        log.Add("another\n"u8, atOnce: false);
        await output.WaitFor("alone\nanother\n");
    }

    [Fact]
    public async Task What_tells_of_an_error_waits_for_no_other_line_and_brings_those_before_it_along()
    {
        var output = new Output();
        using var log = new LineWriter(output, ForEver);
        log.Add("before\n"u8, atOnce: false);
        log.Add("error\n"u8, atOnce: true);

        await output.WaitFor("before\nerror\n");
    }

    [Fact]
    public void What_still_waits_is_written_before_a_process_ends_that_was_not_stopped()
    {
        var output = new Output();
        using var log = new LineWriter(output, ForEver);
        log.Add("last\n"u8, atOnce: false);
        log.WriteLast(this, EventArgs.Empty);

        Assert.Equal("last\n", output.Text);
    }

    [Fact]
    public async Task Who_writes_more_than_is_read_waits_and_loses_nothing()
    {
        var output = new Output { IsStuck = true };
        using var log = new LineWriter(output, NoTime);
        var line = new byte[64 * 1024];
        var adding = Task.Run(() =>
        {
            for (var added = 0; added < 64; added++)
            {
                log.Add(line, atOnce: false);
            }
        });

        await output.WaitUntilStuck();
        Assert.False(adding.IsCompleted);
        output.IsStuck = false;
        await adding.WaitAsync(Patience);
        log.Dispose();
        Assert.Equal(64 * line.Length, output.Text.Length);
    }

    [Fact]
    public async Task A_service_ends_although_nobody_reads_what_it_writes()
    {
        var output = new Output { IsStuck = true };
        var log = new LineWriter(output, NoTime);
        log.Add("unread\n"u8, atOnce: true);
        await output.WaitUntilStuck();

        await Task.Run(log.Dispose).WaitAsync(Patience);
        output.IsStuck = false;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_disk_that_is_full_or_an_output_that_is_closed_ends_nothing_and_later_lines_come_out_when_it_is_not(bool isClosed)
    {
        var output = new Output { Failure = isClosed ? new UnauthorizedAccessException() : new IOException("No space left on device") };
        using var log = new LineWriter(output, NoTime);
        log.Add("lost\n"u8, atOnce: true);
        SpinWait.SpinUntil(() => output.Writes == 1, Patience);
        output.Failure = null;
        log.Add("kept\n"u8, atOnce: false);
        log.Dispose();

        Assert.Equal("kept\n", output.Text);
    }

    [Fact]
    public void A_line_that_comes_after_the_end_is_written_too()
    {
        var output = new Output();
        var log = new LineWriter(output, ForEver);
        log.Dispose();
        log.Add("late\n"u8, atOnce: false);

        Assert.Equal("late\n", output.Text);
    }
}
