using System.Xml;
using System.Xml.XPath;

namespace FastApiStyle.OpenApi;

/// <summary>
/// A comment as Swashbuckle reads it. It asks for the XML inside of each, for which the framework makes a writer each time; of most
/// comments <see cref="CommentText"/> is that XML.
/// </summary>
internal sealed class CommentNavigator(XPathNavigator comment) : XPathNavigator
{
    private XPathNavigator Inner => comment;

    public override string InnerXml
    {
        get => CommentText.Of(comment) ?? comment.InnerXml;
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
}
