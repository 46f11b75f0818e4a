using System.Xml;
using System.Xml.XPath;

namespace FastApiStyle.OpenApi;

/// <summary>
/// A comment as Swashbuckle reads it. It asks for the XML inside of each, for which the framework makes a writer each time; most hold nothing
/// but text.
/// </summary>
internal sealed class CommentNavigator(XPathNavigator comment) : XPathNavigator
{
    public override string InnerXml
    {
        get
        {
            var child = comment.Clone();
            return child.MoveToFirstChild() && child.NodeType == XPathNodeType.Text && !child.MoveToNext()
                ? TextOf(comment.Value)
                : comment.InnerXml;
        }
        set => comment.InnerXml = value;
    }

    public override string BaseURI => comment.BaseURI;

    public override bool IsEmptyElement => comment.IsEmptyElement;

    public override string LocalName => comment.LocalName;

    public override string Name => comment.Name;

    public override string NamespaceURI => comment.NamespaceURI;

    public override XmlNameTable NameTable => comment.NameTable;

    public override XPathNodeType NodeType => comment.NodeType;

    public override string Prefix => comment.Prefix;

    public override string Value => comment.Value;

    public override XPathNavigator Clone() => new CommentNavigator(comment.Clone());

    public override string GetAttribute(string localName, string namespaceURI) => comment.GetAttribute(localName, namespaceURI);

    public override bool IsSamePosition(XPathNavigator other) => comment.IsSamePosition(Inside(other));

    public override bool MoveTo(XPathNavigator other) => comment.MoveTo(Inside(other));

    public override bool MoveToChild(string localName, string namespaceURI) => comment.MoveToChild(localName, namespaceURI);

    public override bool MoveToFirstAttribute() => comment.MoveToFirstAttribute();

    public override bool MoveToFirstChild() => comment.MoveToFirstChild();

    public override bool MoveToFirstNamespace(XPathNamespaceScope namespaceScope) => comment.MoveToFirstNamespace(namespaceScope);

    public override bool MoveToId(string id) => comment.MoveToId(id);

    public override bool MoveToNext() => comment.MoveToNext();

    public override bool MoveToNext(string localName, string namespaceURI) => comment.MoveToNext(localName, namespaceURI);

    public override bool MoveToNextAttribute() => comment.MoveToNextAttribute();

    public override bool MoveToNextNamespace(XPathNamespaceScope namespaceScope) => comment.MoveToNextNamespace(namespaceScope);

    public override bool MoveToParent() => comment.MoveToParent();

    public override bool MoveToPrevious() => comment.MoveToPrevious();

    private static XPathNavigator Inside(XPathNavigator other) => other is CommentNavigator known ? known.Inner : other;

    private XPathNavigator Inner => comment;

    /// <summary>Text as XML writes it between tags.</summary>
    private static string TextOf(string text) => text.AsSpan().ContainsAny('&', '<', '>')
        ? text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
        : text;
}
