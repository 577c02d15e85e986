"""Reading business cards from photos. Nothing is imported here: the models' libraries are heavy, and few need them."""
