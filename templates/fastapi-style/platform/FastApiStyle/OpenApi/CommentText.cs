using System.Buffers;
using System.Text;
using System.Xml.XPath;

namespace FastApiStyle.OpenApi;

/// <summary>The XML inside of a comment that starts with words: of such a one nothing is indented.</summary>
internal static class CommentText
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create("&<>\"'\t\r\n");

    /// <returns>The XML, or null where it takes a writer.</returns>
    public static string? Of(XPathNavigator comment)
    {
        var child = comment.Clone();
        if (!child.MoveToFirstChild() || child.NodeType != XPathNodeType.Text)
        {
            return null;
        }
        var text = new StringBuilder();
        return TryWrite(child, text) ? text.ToString() : null;
    }

    /// <summary>Writes a node and those that follow it.</summary>
    private static bool TryWrite(XPathNavigator node, StringBuilder text)
    {
        do
        {
            if (!(node.NodeType == XPathNodeType.Text ? TryWriteText(node.Value, text) : node.NodeType == XPathNodeType.Element && TryWriteElement(node, text)))
            {
                return false;
            }
        }
        while (node.MoveToNext());
        return true;
    }

    private static bool TryWriteText(string words, StringBuilder text)
    {
        text.Append(words.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal));
        return !words.Contains('\r', StringComparison.Ordinal);
    }

    private static bool TryWriteElement(XPathNavigator element, StringBuilder text)
    {
        if (element.NamespaceURI.Length > 0)
        {
            return false;
        }
        text.Append('<').Append(element.Name);
        var inside = element.Clone();
        if (inside.MoveToFirstAttribute())
        {
            do
            {
                if (inside.Value.AsSpan().ContainsAny(Escaped))
                {
                    return false;
                }
                text.Append(' ').Append(inside.Name).Append("=\"").Append(inside.Value).Append('"');
            }
            while (inside.MoveToNextAttribute());
            inside.MoveToParent();
        }
        if (element.IsEmptyElement)
        {
            text.Append(" />");
            return true;
        }
        text.Append('>');
        if (inside.MoveToFirstChild() && !TryWrite(inside, text))
        {
            return false;
        }
        text.Append("</").Append(element.Name).Append('>');
        return true;
    }
}
