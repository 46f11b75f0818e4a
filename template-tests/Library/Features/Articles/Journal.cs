using System.Collections.Concurrent;

namespace FastApiStyle.TemplateTests.Library.Features.Articles;

/// <summary>What has been written, and by whom.</summary>
internal sealed class Journal
{
    private readonly ConcurrentDictionary<(string Slug, int Id), Comment> comments = [];
    private int last = 1000;

    public ConcurrentDictionary<string, Article> Articles { get; } = [];

    public ConcurrentDictionary<string, Member> Members { get; } = [];

    /// <summary>Who has left.</summary>
    public ConcurrentDictionary<string, bool> Gone { get; } = [];

    public Article Write(string title, string author)
    {
        var slug = $"article-{Interlocked.Increment(ref last)}";
        return Articles[slug] = new(slug, title, new(author));
    }

    public Comment? Comment(string slug, string body)
    {
        var id = Interlocked.Increment(ref last);
        return Articles.ContainsKey(slug) ? comments[(slug, id)] = new(id, body) : null;
    }

    public IEnumerable<Comment> CommentsOf(string slug) => comments.Where(comment => comment.Key.Slug == slug).Select(comment => comment.Value);

    public bool Delete(string slug, int id) => comments.TryRemove((slug, id), out _);
}
